import { Module, type DynamicModule } from '@nestjs/common';
import { SharedModule } from '@waymark/shared/api/shared.module';
import type { Settings } from '@waymark/shared/api/settings';
import { domains, entities, manifest } from './domains';

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [SharedModule.with({ entities, manifest, settings }), ...domains.map(({ module }) => module)],
    };
  }
}
