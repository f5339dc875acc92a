import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { Details } from '@waymark/shared/ui/details/details';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FileUpload } from '@waymark/shared/ui/file-upload/file-upload';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import type { Problem } from '@waymark/shared/ui/problem';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { Session } from '@waymark/shared/web/session';
import { contentOf } from '../file-content';
import { importCrumbs, ImportSteps } from './import-steps';

/** First step: the file. Nothing changes before the last. */
@Component({
  selector: 'app-upload-people-page',
  imports: [RouterLink, Button, Details, ErrorSummary, FileUpload, FormContext, TitleBlock, ImportSteps],
  templateUrl: './upload-page.html',
})
export class UploadPeoplePage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly crumbs = importCrumbs;
  private readonly unfit = signal<Problem | null>(null);
  protected readonly form = formOf({ content: null as File | null }, { asks: false, problem: () => this.unfit() ?? this.upload.problem() });

  protected readonly upload = action(async () => {
    const content = await contentOf(this.form.draft().content);
    if ('title' in content) return this.unfit.set(content);
    const providerId = this.session.current()?.provider?.id ?? '';
    const { id } = await this.api.send('post', '/people-imports', { body: { providerId, ...content } });
    await this.router.navigate(['/people/import', id]);
  });

  protected submit(): void {
    this.unfit.set(null);
    void this.upload.run();
  }
}
