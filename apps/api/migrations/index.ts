import { Shared1795000000000 } from './1795000000000-shared';
import { People1795000001000 } from './1795000001000-people';
import { Identity1795000002000 } from './1795000002000-identity';
import { Cohorts1795000003000 } from './1795000003000-cohorts';
import { Schedule1795000006000 } from './1795000006000-schedule';
import { ReleaseAffected1795000007000 } from './1795000007000-release-affected';
import { CohortLists1795000031000 } from './1795000031000-cohort-lists';
import { EmploymentOverlap1795000041000 } from './1795000041000-employment-overlap';
import { BlockingClashes1795000051000 } from './1795000051000-blocking-clashes';
import { ProvidersFirst1795000061000 } from './1795000061000-providers-first';
import { OneQuestion1795000071000 } from './1795000071000-one-question';
import { WhoseRow1795000081000 } from './1795000081000-whose-row';
import { SecondWallForWriting1795000091000 } from './1795000091000-second-wall-for-writing';

/** In order and explicit: bundles cleanly, no globbing when the process starts. */
export const migrations = [
  Shared1795000000000,
  People1795000001000,
  Identity1795000002000,
  Cohorts1795000003000,
  Schedule1795000006000,
  ReleaseAffected1795000007000,
  CohortLists1795000031000,
  EmploymentOverlap1795000041000,
  BlockingClashes1795000051000,
  ProvidersFirst1795000061000,
  OneQuestion1795000071000,
  WhoseRow1795000081000,
  SecondWallForWriting1795000091000,
];
