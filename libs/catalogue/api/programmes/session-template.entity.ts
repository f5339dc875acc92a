import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One session of a blueprint. `position` counts from 1; `startsAt` is "09:30"; the other times are minutes. */
@Entity('session_template')
export class SessionTemplate {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') blueprintId!: string;
  @Column('int4') position!: number;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('text') purpose!: string;
  @Column('int4', { nullable: true }) dayOffset!: number | null;
  @Column('text', { nullable: true }) startsAt!: string | null;
  @Column('int4') duration!: number;
  @Column('boolean') mandatory!: boolean;
  @Column('text') mode!: string;
  @Column('text', { nullable: true }) layout!: string | null;
  @Column('text', { array: true }) equipment!: string[];
  @Column('int4') setUp!: number;
  @Column('int4') clearUp!: number;
  @Column('boolean') perGroup!: boolean;
  @Column('int4', { nullable: true }) afterPosition!: number | null;
  @Column('int4') minGap!: number;
}
