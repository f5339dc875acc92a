import { Module } from '@nestjs/common';

export const peopleEntities = [];

@Module({})
export class PeopleModule {}
