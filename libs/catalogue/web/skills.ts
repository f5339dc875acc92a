/** "Coaching, Finance" as a list, each once. */
export function skillsIn(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map((skill) => skill.trim())
        .filter(Boolean),
    ),
  ];
}
