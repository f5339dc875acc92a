/** A spreadsheet as somebody would upload it. */
export function csvFile(fileName: string, rows: readonly (readonly string[])[]): { fileName: string; content: string } {
  const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
  return { fileName, content: Buffer.from(text).toString('base64') };
}
