import { Component } from '@angular/core';
import { StaffShell } from '@waymark/shared/ui/staff-shell/staff-shell';
import { SubNav } from '@waymark/shared/ui/sub-nav/sub-nav';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Button } from '@waymark/shared/ui/button/button';
import { MenuButton } from '@waymark/shared/ui/menu-button/menu-button';
import { ScheduleBoardExamples } from '@waymark/schedule/web/schedule-board-examples';
import { ContentExamples } from './content-examples';
import { FieldExamples } from './field-examples';
import { ListExamples } from './list-examples';
import { TalkExamples } from './talk-examples';

/** Every component of `shared/ui` with its examples, in the staff shell. Nothing here asks the API for anything. */
@Component({
  selector: 'app-components-page',
  imports: [
    StaffShell,
    SubNav,
    TitleBlock,
    Button,
    MenuButton,
    FieldExamples,
    ContentExamples,
    ListExamples,
    ScheduleBoardExamples,
    TalkExamples,
  ],
  templateUrl: './components-page.html',
})
export class ComponentsPage {
  protected readonly items = [
    { label: 'Components', link: '/components' },
    { label: 'Cohorts', link: '/cohorts' },
    { label: 'People', link: '/people' },
    { label: 'Organisations', link: '/organisations' },
    { label: 'Settings', link: '/settings' },
  ];
  protected readonly account = [{ label: 'Your details', link: '/account' }];
  protected readonly sub = [
    { label: 'Overview', link: '/components', exact: true },
    { label: 'People', link: '/components/people', count: 24, about: 'people' },
    { label: 'Schedule', link: '/components/schedule', count: 3, about: 'problems', tone: 'alert' as const },
    { label: 'Settings', link: '/components/settings' },
  ];
  protected readonly facts = [
    { label: 'Dates', value: '24 to 25 June 2027' },
    { label: 'Venue', value: 'Chelmsford Civic Centre' },
    { label: 'Places', value: '24 of 26 filled' },
    { label: 'Lead', value: 'Priya Nair' },
  ];
}
