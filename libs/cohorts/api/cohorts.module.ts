import { Module } from '@nestjs/common';
import { catalogueControllers, catalogueEntities, catalogueProviders } from './catalogue/catalogue.parts';
import { cohortsControllers, cohortsEntities as ofCohorts, cohortsProviders } from './cohorts/cohorts.parts';
import { scheduleControllers, scheduleEntities, scheduleProviders } from './schedule/schedule.parts';

export const cohortsEntities = [...catalogueEntities, ...ofCohorts, ...scheduleEntities];

@Module({
  controllers: [...catalogueControllers, ...cohortsControllers, ...scheduleControllers],
  providers: [...catalogueProviders, ...cohortsProviders, ...scheduleProviders],
})
export class CohortsModule {}
