interface Forecast {
  forecast_generate_cost?: number | undefined;
  forecast_queue_cost?: number | undefined;
}

/**
 * The service's forecast, ms; `undefined` if there is none. Despite their name, the two `cost` fields are
 * seconds (docs/PROTOCOL.md, section 4.5).
 */
export function forecastMs(forecast: Forecast): number | undefined {
  const seconds = (forecast.forecast_generate_cost ?? 0) + (forecast.forecast_queue_cost ?? 0);
  return seconds > 0 ? Math.round(seconds * 1000) : undefined;
}
