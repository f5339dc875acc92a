import { Component } from '@angular/core';
import { Example } from '../example/example';
import { Breadcrumbs } from './breadcrumbs';

@Component({
  selector: 'app-breadcrumbs-examples',
  imports: [Example, Breadcrumbs],
  template: `
    <app-example
      name="Breadcrumbs"
      selector="app-breadcrumbs"
      options="crumbs: label, link; label"
      access="The last crumb is the current page"
    >
      <app-breadcrumbs
        label="Example of breadcrumbs"
        [crumbs]="[{ label: 'Cohorts', link: '/cohorts' }, { label: 'Top Talent: Essex 2027' }]"
      />
    </app-example>
  `,
})
export class BreadcrumbsExamples {}
