// One process does a target for all the projects that need it, since a compiler, ESLint and Jest each spend more on starting and on
// reading what projects share than on the projects; Nx remembers and reports each project for itself.

/** @typedef {{passed: boolean, output?: string}} Verdict */

/**
 * Makes what Nx calls for `check`, for one project and for many.
 * @param {(roots: string[]) => Promise<Map<string, Verdict>>} check takes the roots of projects and answers for each of them
 */
export function executors(check) {
  return {
    async one(_, { projectName, projectsConfigurations }) {
      const at = projectsConfigurations.projects[projectName].root;
      const { passed, output } = (await check([at])).get(at);
      if (output) console.log(output);
      return { success: passed };
    },
    async batch({ tasks }, _, __, { projectsConfigurations }) {
      const rootOf = (task) => projectsConfigurations.projects[task.target.project].root;
      const all = Object.values(tasks);
      const verdicts = await check(all.map(rootOf));
      // Nx keeps what a batch says about a project, and does not show it.
      for (const output of new Set([...verdicts.values()].map(({ output }) => output).filter(Boolean))) console.error(`\n${output}\n`);
      return Object.fromEntries(
        all.map((task) => {
          const { passed, output = '' } = verdicts.get(rootOf(task));
          return [task.id, { success: passed, terminalOutput: output }];
        }),
      );
    },
  };
}

/**
 * Shares troubles out over projects by the file each is in. One in no project's file fails them all: nobody knows whose it is.
 * @param {{file: string, text: string}[]} troubles paths relative to the workspace
 */
export function verdictsOf(roots, troubles) {
  const lies = (root, file) => file.startsWith(`${root}/`);
  const nobodys = ({ file }) => !roots.some((root) => lies(root, file));
  const verdict = (root) => {
    const found = troubles.filter((trouble) => lies(root, trouble.file) || nobodys(trouble));
    return { passed: found.length === 0, output: found.map(({ text }) => text).join('\n') };
  };
  return new Map(roots.map((root) => [root, verdict(root)]));
}
