namespace Nabla.Tests.Layers;

/// <summary>What every layer on sequences, images or volumes refuses, and how.</summary>
internal static class SpatialCheck
{
    public static void RefusesOtherRanks(Layer layer, int spatialAxes)
    {
        foreach (int rank in (int[])[2, 3, 4, 5])
        {
            if (rank != spatialAxes + 2)
            {
                Tensor x = Tensor.Zeros(Shape.Create([.. Enumerable.Repeat(4L, rank)]));
                string message = Refusal<ShapeMismatchException>(() => layer.Apply(x, CallContext.Inference));
                Assert.StartsWith($"{layer.GetType().Name} takes [batch, ", message, StringComparison.Ordinal);
                Assert.Contains($"but got {x.Shape}; ", message, StringComparison.Ordinal);
                Assert.Contains(
                    rank == spatialAxes + 1
                        ? "ExpandAxis"
                        : $"take {layer.GetType().Name[..^2]}{Math.Max(rank - 2, 1)}D",
                    message, StringComparison.Ordinal);
            }
        }
    }

    public static void RefusesOnePixel(Layer layer, int spatialAxes)
    {
        Tensor x = Tensor.Zeros(Shape.Create([2, .. Enumerable.Repeat(1L, spatialAxes), 3]));
        string message = Refusal<ShapeMismatchException>(() => layer.Apply(x, CallContext.Inference));
        Assert.Contains($"in layer '{layer.Name}'", message, StringComparison.Ordinal);
        Assert.Contains("take a smaller window", message, StringComparison.Ordinal);
    }

    public static void TakesNoExamples(Layer layer, Shape input, Shape expected)
    {
        Tensor y = layer.Apply(Tensor.Zeros(input), CallContext.Inference);
        Assert.Equal(expected, y.Shape);
        Assert.Empty(y.ToArray());
    }

    public static void Refuses(string parameter, Func<Layer> create) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(create).ParamName);

    private static string Refusal<T>(Func<Tensor> apply) where T : Exception => Assert.Throws<T>(apply).Message;
}
