import { Component } from '@angular/core';
import { Breadcrumbs } from '../breadcrumbs/breadcrumbs';
import { Example } from '../example/example';
import { Details } from './details';

@Component({
  selector: 'app-details-examples',
  imports: [Example, Details, Breadcrumbs],
  template: `
    <app-example
      name="Details and breadcrumbs"
      selector="app-details, app-breadcrumbs"
      options="summary; crumbs: label, link"
      access="Native disclosure; the last crumb is the current page"
    >
      <app-breadcrumbs
        label="Example of breadcrumbs"
        [crumbs]="[{ label: 'Cohorts', link: '/cohorts' }, { label: 'Top Talent: Essex 2027' }]"
      />
      <app-details summary="How places are counted">A place is taken from the moment it is offered.</app-details>
    </app-example>
  `,
})
export class DetailsExamples {}
