/** One choice of a select, a set of radios or checkboxes, or a combobox. */
export interface Option {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}
