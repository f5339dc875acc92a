import { ACCESS_CODES, ACCESS_FEATURES } from '@waymark/catalogue/domain/access';
import { NATION_CODES, NATIONS } from '@waymark/catalogue/domain/calendar';
import { EQUIPMENT, EQUIPMENT_CODES } from '@waymark/catalogue/domain/equipment';
import { LAYOUT_CODES, ROOM_LAYOUTS } from '@waymark/catalogue/domain/layouts';
import { SESSION_KIND_CODES, SESSION_KINDS, SESSION_MODE_CODES, SESSION_MODES } from '@waymark/catalogue/domain/session-kinds';
import type { Option } from '@waymark/shared/ui/field/options';

/** "learning set" → "Learning set" */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const optionsOf = <Code extends string>(codes: readonly Code[], wordOf: (code: Code) => string): Option[] =>
  codes.map((value) => ({ value, label: capital(wordOf(value)) }));

export const ACCESS_OPTIONS = optionsOf(ACCESS_CODES, (code) => ACCESS_FEATURES[code].word);
export const EQUIPMENT_OPTIONS = optionsOf(EQUIPMENT_CODES, (code) => EQUIPMENT[code]);
export const LAYOUT_OPTIONS = optionsOf(LAYOUT_CODES, (code) => ROOM_LAYOUTS[code]);
export const NATION_OPTIONS = optionsOf(NATION_CODES, (code) => NATIONS[code]);
export const KIND_OPTIONS = optionsOf(SESSION_KIND_CODES, (code) => SESSION_KINDS[code].word);
export const MODE_OPTIONS = optionsOf(SESSION_MODE_CODES, (code) => SESSION_MODES[code]);
