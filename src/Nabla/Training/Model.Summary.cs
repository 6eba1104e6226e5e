using Nabla.Graph;

namespace Nabla;

public abstract partial class Model
{
    /// <summary>The layers with their result shapes and parameters, and the memory of a prediction.</summary>
    /// <remarks><see cref="Trainer.Summary"/> adds the memory of a training step.</remarks>
    /// <exception cref="InvalidOperationException">The model has no parameters yet.</exception>
    public ModelSummary Summary()
    {
        BuildIfDescribed();
        if (InputSpecs.Count == 0)
        {
            throw new InvalidOperationException(
                $"{Subject} has no parameters yet; train it, or create them with Build, before it is summed up.");
        }

        return new ModelSummary(
            [.. Rows(this, depth: 0, ResultShapes())],
            ParameterCount,
            Parameters.Sum(parameter => parameter.Spec.ByteCount))
        {
            TrainableCount = TrainableParameters.Sum(parameter => parameter.Shape.ElementCount),
            PredictionPeakBytes = Prediction.Bind(
                [.. InputSpecs.Select(input => input with { Shape = input.Shape.With(0, 1) })]).PeakBytes,
        };
    }

    /// <summary>
    /// The layers as a tree, with result shapes and parameters once they are there. Computes nothing.
    /// </summary>
    public override string ToString() => ModelSummary.Table(
        [.. Rows(this, depth: 0, InputSpecs.Count > 0 ? ResultShapes() : [])]);

    private Dictionary<Layer, Shape> ResultShapes()
    {
        var shapes = new Dictionary<Layer, Shape>(ReferenceEqualityComparer.Instance);
        using Trace trace = Trace.Begin();
        Apply(
            [.. InputSpecs.Select(trace.AddInput)],
            CallContext.Inference.With((layer, result) => shapes[layer] = result.Shape));
        return shapes;
    }

    private static IEnumerable<SummaryRow> Rows(Layer layer, int depth, Dictionary<Layer, Shape> shapes)
    {
        Shape? shape = shapes.TryGetValue(layer, out Shape result) ? Shape.Create(result.Extents[1..]) : null;
        string name = layer.Path[(layer.Path.LastIndexOf('.') + 1)..];
        var row = new SummaryRow(
            depth, name, layer.GetType().Name, shape, layer.ParameterCount, layer.Layers.Count > 0);
        return layer.Layers.SelectMany(part => Rows(part, depth + 1, shapes)).Prepend(row);
    }
}
