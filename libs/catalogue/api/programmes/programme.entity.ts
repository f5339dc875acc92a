import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rules } from '@waymark/catalogue/domain/programme-rules';

@Entity('programme')
export class Programme {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('text') title!: string;
  @Column('text') code!: string;
  @Column('text') summary!: string;
  @Column('text') status!: string;
  @Column('jsonb') rules!: Partial<Rules>;
  @Column('int4') version!: number;
}
