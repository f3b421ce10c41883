/** Words of titles such as "Add GPQA evaluation result" or "Update .eval_results/hle.yaml"; whole words only, where a language has them. */
const words =
  /\b(eval\w*|bench\w*|\w+bench|leaderboards?|scores?|results?|accuracy|gpqa|hle|mmlu\w*|gsm8k|aime\w*|hmmt\w*|swe|humaneval|livecodebench|mteb)\b|eval_results|评测|评估|基准|得分|成绩/i;

/** Whether a pull request's title speaks of evaluation, so that looking into it is worth a request. */
export function speaksOfEvaluation(title: string | undefined): boolean {
  return title !== undefined && words.test(title.replaceAll(/[_-]/g, ' '));
}
