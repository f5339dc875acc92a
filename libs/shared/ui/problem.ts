/** What the API answers when it says no (RFC 9457). `pointer` names a field as a JSON pointer, such as `/startsOn`. */
export interface Problem {
  title: string;
  type?: string;
  status?: number;
  detail?: string;
  errors?: { code: string; pointer?: string; detail: string }[];
}

/** The id of the field that a pointer names: `/startsOn` → `startsOn`, `/rooms/0/name` → `rooms-0-name`. */
export function fieldId(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '-');
}

/** The API's words about one field, or nothing. */
export function fieldError(problem: Problem | null, id: string): string {
  return problem?.errors?.find((error) => error.pointer !== undefined && fieldId(error.pointer) === id)?.detail ?? '';
}
