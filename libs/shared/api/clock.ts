import { Injectable } from '@nestjs/common';
import { toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import type { LocalDate } from '@waymark/shared/kernel/dates';

/** The only place that reads a clock. Tests give another. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The day in Europe/London. */
  today(): LocalDate {
    return wallDate(toWall(this.now()));
  }
}
