import { sql, type Column, type Sql } from '@waymark/shared/api/sql';

/** Joins what the place of a role or an invitation is called: `of` is the alias of either. For `PLACE_NAME` and `PLACE_PROVIDER`. */
export const placeOf = (of: 'r' | 'i'): Sql => {
  const column = (name: string) => sql.column(`${of}.${name}` as Column);
  return sql`
    LEFT JOIN provider place_provider ON ${column('scope_kind')} = 'provider' AND place_provider.id = ${column('scope_id')}
    LEFT JOIN organisation place_organisation ON ${column('scope_kind')} = 'organisation' AND place_organisation.id = ${column('scope_id')}
    LEFT JOIN scope place ON place.kind = ${column('scope_kind')} AND place.id = ${column('scope_id')}`;
};

export const PLACE_NAME = sql`coalesce(place_provider.name, place_organisation.short_name, place.name)`;

/** The provider a role of alias `r` reaches: the place itself, or whose the place is; for organisations, which are shared, the one that gave it. */
export const PLACE_PROVIDER = sql`coalesce(place_provider.id, place.provider_id, r.provider_id)`;
