import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agenda_item')
export class AgendaItem {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('uuid') cohortId!: string;
  @Column('uuid') sessionId!: string;
  @Column('int4') position!: number;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('int4') offsetMinutes!: number;
  @Column('int4') duration!: number;
  @Column('text', { nullable: true }) presenter!: string | null;
  @Column('int4') version!: number;
}
