using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Nabla;

/// <summary>
/// What dashboards see of training: activities <c>nabla.fit</c> and <c>nabla.epoch</c>, and meters of steps and losses,
/// all under the name <c>Nabla</c>. Without a listener they cost nothing.
/// </summary>
internal static class Telemetry
{
    private const string Name = "Nabla";

    private static readonly ActivitySource s_activities = new(Name);
    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_steps = s_meter.CreateCounter<long>(
        "nabla.training.steps", "{step}", "Updates of a model");
    private static readonly Counter<long> s_examples = s_meter.CreateCounter<long>(
        "nabla.training.examples", "{example}", "Examples that were shown");
    private static readonly Histogram<double> s_durations = s_meter.CreateHistogram<double>(
        "nabla.training.step.duration", "s", "Time of a step, with its data");
    private static readonly Histogram<double> s_losses = s_meter.CreateHistogram<double>(
        "nabla.training.loss", null, "Loss of a step");

    public static Activity? StartFit(FitCall call) => s_activities.StartActivity("nabla.fit")?
        .SetTag("nabla.epochs", call.Epochs).SetTag("nabla.batch_size", call.BatchSize);

    public static Activity? StartEpoch(int epoch) =>
        s_activities.StartActivity("nabla.epoch")?.SetTag("nabla.epoch", epoch);

    public static long StartStep() => s_durations.Enabled ? Stopwatch.GetTimestamp() : 0;

    public static void FinishStep(long start, int examples, double loss)
    {
        s_steps.Add(1);
        s_examples.Add(examples);
        if (s_losses.Enabled)
        {
            s_losses.Record(loss);
        }

        if (start != 0)
        {
            s_durations.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }
}
