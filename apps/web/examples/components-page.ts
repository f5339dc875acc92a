import { NgComponentOutlet } from '@angular/common';
import { Component, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { StaffShell } from '@waymark/shared/ui/staff-shell/staff-shell';
import { SubNav } from '@waymark/shared/ui/sub-nav/sub-nav';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Button } from '@waymark/shared/ui/button/button';
import { MenuButton } from '@waymark/shared/ui/menu-button/menu-button';
import { BOXES, type Shown, WIDE } from './examples';

/**
 * Every component of `shared/ui` with the examples from its folder, in the staff shell; at `/components/every-width` those that the width of
 * the window matters to. Nothing here asks the API for anything.
 */
@Component({
  selector: 'app-components-page',
  imports: [NgComponentOutlet, StaffShell, SubNav, TitleBlock, Button, MenuButton],
  templateUrl: './components-page.html',
})
export class ComponentsPage {
  private readonly only = inject(ActivatedRoute).snapshot.data['everyWidth'] === true;
  protected readonly wide = this.some(WIDE);
  protected readonly boxes = this.some(BOXES);
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

  private some(all: readonly Shown[]): readonly Shown[] {
    return this.only ? all.filter((shown) => shown.everyWidth) : all;
  }
}
