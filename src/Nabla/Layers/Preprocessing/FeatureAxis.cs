namespace Nabla;

/// <summary>The axis whose elements are features of their own, or none where all numbers are alike.</summary>
/// <param name="Axis">The axis, not that of the batch; null for none.</param>
internal readonly record struct FeatureAxis(int? Axis)
{
    /// <summary>The features of data of a shape; no axes where all numbers are alike.</summary>
    public Shape ShapeOf(Shape data, string subject)
    {
        if (Axis is not { } axis)
        {
            return [];
        }

        int place = axis < 0 ? axis + data.Rank : axis;
        return place >= 1 && place < data.Rank ? [data[place]] : throw new ShapeMismatchException(
            $"{subject} keeps numbers of axis {axis}, which is none of the axes after the batch of {data}; "
            + "give another axis, or null to treat all numbers alike.", data);
    }

    /// <summary>Features with as many axes as the data they meet.</summary>
    public Tensor Align(Tensor features, Tensor data) => Axis is not { } axis
        ? features
        : features.Reshape(Shape.Create(
            [features.Shape[0], .. Enumerable.Repeat(1L, data.Rank - 1 - data.Shape.Axis(axis))]));

    /// <summary>Reads all numbers of batches, each with the number of its feature.</summary>
    public IEnumerable<(double[] Elements, int Features, int Inner)> Read(IEnumerable<Tensor> batches, string subject)
    {
        foreach (Tensor batch in batches)
        {
            int features = (int)ShapeOf(batch.Shape, subject).ElementCount;
            long inner = 1;
            for (int i = Axis is { } axis ? batch.Shape.Axis(axis) + 1 : 0; i < batch.Rank; i++)
            {
                inner *= batch.Shape[i];
            }

            yield return (batch.Cast(DType.Float64).ToArray<double>(), features, (int)inner);
        }
    }
}
