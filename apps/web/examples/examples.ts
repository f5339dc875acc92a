import type { Type } from '@angular/core';
import { ScheduleBoardExamples } from '@waymark/schedule/web/schedule-board-examples';
import { AttentionExamples } from '@waymark/shared/ui/attention/attention.examples';
import { BreadcrumbsExamples } from '@waymark/shared/ui/breadcrumbs/breadcrumbs.examples';
import { ButtonExamples } from '@waymark/shared/ui/button/button.examples';
import { ChartExamples } from '@waymark/shared/ui/chart/chart.examples';
import { CheckboxesExamples } from '@waymark/shared/ui/checkboxes/checkboxes.examples';
import { ComboboxExamples } from '@waymark/shared/ui/combobox/combobox.examples';
import { CountBadgeExamples } from '@waymark/shared/ui/count-badge/count-badge.examples';
import { DetailsExamples } from '@waymark/shared/ui/details/details.examples';
import { DialogExamples } from '@waymark/shared/ui/dialog/dialog.examples';
import { FileUploadExamples } from '@waymark/shared/ui/file-upload/file-upload.examples';
import { FormExamples } from '@waymark/shared/ui/form/form.examples';
import { IconExamples } from '@waymark/shared/ui/icon/icon.examples';
import { MenuButtonExamples } from '@waymark/shared/ui/menu-button/menu-button.examples';
import { NotificationBannerExamples } from '@waymark/shared/ui/notification-banner/notification-banner.examples';
import { NumberInputExamples } from '@waymark/shared/ui/number-input/number-input.examples';
import { PanelExamples } from '@waymark/shared/ui/panel/panel.examples';
import { SelectExamples } from '@waymark/shared/ui/select/select.examples';
import { StaleWriteDialogExamples } from '@waymark/shared/ui/stale-write-dialog/stale-write-dialog.examples';
import { StatesExamples } from '@waymark/shared/ui/states/states.examples';
import { StepsExamples } from '@waymark/shared/ui/steps/steps.examples';
import { SummaryListExamples } from '@waymark/shared/ui/summary-list/summary-list.examples';
import { TagExamples } from '@waymark/shared/ui/tag/tag.examples';
import { TaskListExamples } from '@waymark/shared/ui/task-list/task-list.examples';
import { TextareaExamples } from '@waymark/shared/ui/textarea/textarea.examples';
import { TimeInputExamples } from '@waymark/shared/ui/time-input/time-input.examples';
import { TimelineExamples } from '@waymark/shared/ui/timeline/timeline.examples';
import { TimeoutDialogExamples } from '@waymark/shared/ui/timeout-dialog/timeout-dialog.examples';
import { UndoBarExamples } from '@waymark/shared/ui/undo-bar/undo-bar.examples';
import { ListExamples } from '@waymark/shared/web/list.examples';

export interface Shown {
  examples: Type<unknown>;
  /** What it does depends on the width of the window: the browser tests look at it in each, at the others in one. */
  everyWidth?: true;
}

/** As wide as the page. */
export const WIDE: readonly Shown[] = [
  { examples: ListExamples, everyWidth: true },
  { examples: ScheduleBoardExamples, everyWidth: true },
];

/** Side by side. */
export const BOXES: readonly Shown[] = [
  { examples: FormExamples },
  { examples: TextareaExamples },
  { examples: TimeInputExamples },
  { examples: NumberInputExamples },
  { examples: SelectExamples },
  { examples: CheckboxesExamples },
  { examples: ComboboxExamples },
  { examples: FileUploadExamples },
  { examples: ButtonExamples },
  { examples: TagExamples },
  { examples: CountBadgeExamples },
  { examples: AttentionExamples },
  { examples: IconExamples },
  { examples: TaskListExamples, everyWidth: true },
  { examples: TimelineExamples },
  { examples: StepsExamples },
  { examples: SummaryListExamples, everyWidth: true },
  { examples: PanelExamples },
  { examples: DetailsExamples },
  { examples: BreadcrumbsExamples },
  { examples: ChartExamples },
  { examples: NotificationBannerExamples },
  { examples: DialogExamples, everyWidth: true },
  { examples: StaleWriteDialogExamples, everyWidth: true },
  { examples: TimeoutDialogExamples, everyWidth: true },
  { examples: MenuButtonExamples },
  { examples: UndoBarExamples, everyWidth: true },
  { examples: StatesExamples },
];
