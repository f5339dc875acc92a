import { Global, Module } from '@nestjs/common';
import { Actors } from '@waymark/shared/api/allow';
import { SessionActors } from './sessions/session-actors';

export const identityEntities = [];

@Global()
@Module({
  providers: [{ provide: Actors, useClass: SessionActors }],
  exports: [Actors],
})
export class IdentityModule {}
