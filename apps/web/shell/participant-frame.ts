import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

@Component({
  selector: 'app-participant-frame',
  imports: [RouterOutlet],
  template: `<main id="main" tabindex="-1"><router-outlet /></main>`,
})
export class ParticipantFrame {}
