using System.Diagnostics;

namespace Nabla.Studio;

/// <summary>Times each layer of a model as a compiled program of its own, forward.</summary>
internal static class LayerTiming
{
    private const int WarmUps = 3;
    private const int FewestRuns = 5;
    private const int MostRuns = 200;
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// The layers that are made of no others, composite ones without what is within, and the whole model.
    /// </summary>
    /// <param name="model">The model; it has its parameters already.</param>
    /// <param name="batchSize">The examples of the batch.</param>
    public static IReadOnlyList<LayerTime> Of(Model model, int batchSize)
    {
        if (model.InputSpec is not { } input)
        {
            return [];
        }

        // A layer that sees each time step as an example has more of them than the model has.
        double growth = (double)batchSize / input.Shape[0];
        Dictionary<Layer, double> times = model.WithinAll()
            .Where(layer => layer.IsBuilt && (layer is not Model || ReferenceEquals(layer, model)))
            .ToDictionary(layer => layer, layer => Seconds(layer, growth));
        return
        [
            .. times.Where(entry => !ReferenceEquals(entry.Key, model))
                .Select(entry => TimeOf(entry.Key, Math.Max(entry.Value - TimeWithin(entry.Key, times), 0))),
            TimeOf(model, times[model]),
        ];
    }

    private static LayerTime TimeOf(Layer layer, double seconds) => new(layer.Path, layer.GetType().Name, seconds);

    private static double TimeWithin(Layer layer, Dictionary<Layer, double> times) =>
        layer.Layers.Sum(part => times.TryGetValue(part, out double seconds) ? seconds : TimeWithin(part, times));

    // What the inputs hold makes no difference to the time, so that zeros will do.
    private static double Seconds(Layer layer, double growth)
    {
        var function = new CompiledFunction(inputs => layer.Apply(inputs, CallContext.Inference));
        Replay program = function.Bind([.. layer.InputSpecs.Select(spec => spec.Shape.Rank == 0
            ? spec
            : spec with { Shape = spec.Shape.With(0, Math.Max((long)(spec.Shape[0] * growth), 1)) })]);
        for (int i = 0; i < WarmUps; i++)
        {
            program.Run();
        }

        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (times.Count < FewestRuns
            || (times.Count < MostRuns && Stopwatch.GetElapsedTime(start) < s_patience))
        {
            long before = Stopwatch.GetTimestamp();
            program.Run();
            times.Add(Stopwatch.GetElapsedTime(before).TotalSeconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }
}
