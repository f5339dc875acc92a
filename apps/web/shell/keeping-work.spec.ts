import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Unsaved } from '@waymark/shared/ui/form/unsaved';
import { keepingWork } from './guards';

@Component({ imports: [RouterOutlet], template: '<router-outlet />' })
class Frame {}
@Component({ template: 'form' })
class Form {}
@Component({ template: 'other' })
class Other {}

describe('leaving a page with something unsaved', () => {
  it('asks once, whatever frames stand around it, and goes or stays as it is told', async () => {
    const later = <Type>(type: Type) => ({ loadComponent: () => Promise.resolve(type as never) });
    const routes = keepingWork([
      { path: 'frame', ...later(Frame), children: [{ path: 'form', ...later(Form) }] },
      { path: 'other', ...later(Other) },
    ]);
    TestBed.configureTestingModule({ providers: [provideRouter(routes)] });
    await RouterTestingHarness.create('/frame/form');
    const [router, unsaved] = [TestBed.inject(Router), TestBed.inject(Unsaved)];
    TestBed.runInInjectionContext(() => unsaved.watch(() => true));
    const go = async (leaves: boolean) => {
      const gone = router.navigateByUrl('/other');
      while (!unsaved.asking()) await new Promise((done) => setTimeout(done));
      unsaved.decide(leaves);
      return [await gone, TestBed.inject(Location).path()];
    };
    expect(await go(false)).toEqual([false, '/frame/form']);
    expect(await go(true)).toEqual([true, '/other']);
  });
});
