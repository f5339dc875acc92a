import { ESLint } from 'eslint';
import { ROOT } from './files';

/** What the linter says of a source file with this in it. */
async function refusalsOf(source: string, filePath = 'libs/people/domain/text.ts'): Promise<(string | null)[]> {
  const [result] = await new ESLint({ cwd: ROOT }).lintText(source, { filePath });
  return result!.messages.map(({ ruleId }) => ruleId);
}

describe('a pattern', () => {
  it.each([
    ['that can take a text apart in many ways', 'export const is = (text: string) => /^(a+)+$/.test(text);'],
    ['that can share it between two quantifiers', 'export const is = (text: string) => /^a.*b.*,$/s.test(text.trim());'],
    ['that begins anew at each character and fails at the end', "export const cut = (text: string) => text.replace(/[;,]+$/, '');"],
  ])('%s is refused', async (_, source) => {
    expect(await refusalsOf(source)).toEqual([expect.stringMatching(/^regexp\/no-super-linear-(backtracking|move)$/)]);
  });

  it('whose time grows with the text alone is not', async () => {
    expect(await refusalsOf('export const is = (text: string) => /^[a-z]+@[a-z]+$/.test(text);')).toEqual([]);
  });
});
