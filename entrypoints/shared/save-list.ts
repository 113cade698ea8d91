import { resultCsv, resultJson } from '@/lib/jobs/history/result-list';
import { openJobStore } from '@/lib/jobs/store/jobs';
import { saveText } from './save-text';

/**
 * Saves a list of what came from where.
 * @param jobIds in the order of the list; rows that are gone are left out
 */
export async function saveList(jobIds: readonly string[], format: 'csv' | 'json'): Promise<void> {
  const database = await openJobStore(() => {});
  try {
    const jobs = (await Promise.all(jobIds.map((id) => database.get(id)))).flatMap(
      (job) => job ?? [],
    );
    if (format === 'csv') saveText(resultCsv(jobs), 'upscaled-images.csv', 'text/csv');
    else saveText(resultJson(jobs), 'upscaled-images.json');
  } finally {
    database.close();
  }
}
