import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '@waymark/shared/kernel/dates';

/** A bank holiday of one division. Belongs to nobody: the whole installation reads it. */
@Entity('bank_holiday')
export class BankHoliday {
  @PrimaryColumn('text') division!: string;
  @PrimaryColumn('date') date!: LocalDate;
  @PrimaryColumn('text') title!: string;
  @Column('text') notes!: string;
  @Column('text') source!: string;
  @Column('timestamptz') fetchedAt!: Date;
}
