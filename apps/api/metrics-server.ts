import type { INestApplicationContext } from '@nestjs/common';
import { createServer } from 'node:http';
import { Metrics } from '@waymark/shared/api/metrics';
import type { Config } from './config';

/**
 * `/metrics` at a port of its own, on this machine alone unless METRICS_HOST says otherwise: a proxy that leads people to the application never
 * leads them here, there is no token that could leak, and the worker, which answers no other requests, is read in the same way.
 */
export async function serveMetrics(app: INestApplicationContext, { metricsHost, metricsPort, settings }: Config): Promise<void> {
  if (!settings.metrics) return;
  const metrics = app.get(Metrics);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') return void response.writeHead(404).end();
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType, 'x-content-type-options': 'nosniff' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(error.code === 'EADDRINUSE' ? new Error(taken(metricsPort)) : error));
    server.listen(metricsPort, metricsHost, listening);
  });
  server.unref();
}

const taken = (port: number): string => `Port ${port} is in use. Set METRICS_PORT to another number`;
