import { TestEnvironment } from 'jest-environment-jsdom';
import { lookingBehind } from './left-behind.mjs';

export default lookingBehind(TestEnvironment);
