import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One uploaded file on its way in. The file itself is never kept; rows go when they have done their work. */
@Entity('import_batch')
export class ImportBatch {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('text') kind!: string;
  @Column('text') fileName!: string;
  @Column('text') status!: string;
  @Column('jsonb') mapping!: unknown;
  @Column('jsonb') counts!: unknown;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
  @Column('integer') version!: number;
}

@Entity('import_row')
export class ImportRow {
  @PrimaryColumn('uuid') batchId!: string;
  @PrimaryColumn('integer') line!: number;
  @Column('jsonb', { nullable: true }) raw!: unknown;
  @Column('text') outcome!: string;
  @Column('jsonb') messages!: unknown;
}

@Entity('import_mapping')
export class ImportMapping {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) providerId!: string | null;
  @Column('text') kind!: string;
  @Column('text') headersKey!: string;
  @Column('jsonb') mapping!: unknown;
}
