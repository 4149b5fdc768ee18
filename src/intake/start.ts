import { createMetrics } from './http/metrics.ts'
import { listenWith, type Running } from './listening.ts'
import { openService, type StartOptions } from './service.ts'

/**
 * Checks everything, opens the store, listens.
 *
 * @throws SettingError with a sentence that names the setting that keeps it from starting.
 */
export async function startIntake(options: StartOptions): Promise<Running> {
  const { metricsPort } = options.config
  const metrics = metricsPort === null ? null : createMetrics()
  const service = await openService({ ...options, ...(metrics && { onAnswer: metrics.counterFor('') }) })
  metrics?.watch('', service.store)
  return listenWith([service], options.config, metrics)
}
