import { TestEnvironment } from 'jest-environment-node';
import { lookingBehind } from './left-behind.mjs';

export default lookingBehind(TestEnvironment);
