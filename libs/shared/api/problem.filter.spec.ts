import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { ProblemFilter } from './problem.filter';

it('says of a connection that was lost under a transaction that the database cannot be reached', () => {
  const { status, type } = new ProblemFilter({ refusals: {} }).problemOf(new QueryRunnerAlreadyReleasedError());
  expect([status, type]).toEqual([503, '/problems/unavailable']);
});
