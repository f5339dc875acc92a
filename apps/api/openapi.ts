import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The description of the API that other systems, and our own web client, are written against. */
export function documentOf(app: INestApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setTitle('Waymark API')
    .setVersion('1')
    .setDescription('Skills and talent cohorts for local public services. Problems are RFC 9457.')
    .setLicense('MIT', '')
    .build();
  return SwaggerModule.createDocument(app, info, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}
