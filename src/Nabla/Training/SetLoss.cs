namespace Nabla;

/// <summary>
/// The loss of a set as if it were one batch: sums of losses and of what they count, kept in variables that the program
/// of each batch changes.
/// </summary>
/// <remarks>A mean of the batches' means would depend on how the set is cut where elements count differently.</remarks>
internal sealed class SetLoss(string purpose)
{
    private readonly List<(double Weight, bool IsSum, Variable Sum, Variable Count)> _losses = [];

    /// <summary>The loss of the batches so far; null where none came in parts.</summary>
    public double? Value => _losses.Count == 0 ? null : _losses.Sum(loss => loss.Weight * Of(loss));

    /// <summary>Adds a batch; called while a program is traced.</summary>
    public void Add(LossParts parts, long examples)
    {
        for (int i = 0; i < parts.Parts.Count; i++)
        {
            (double weight, bool isSum, Tensor elements, Tensor? shares) = parts.Parts[i];
            if (i == _losses.Count)
            {
                _losses.Add((weight, isSum, Zero($"{i}.sum"), Zero($"{i}.count")));
            }

            // One number for the whole batch stands for its examples.
            bool isWhole = elements.Rank == 0 && !isSum;
            Tensor sum = elements.Cast(DType.Float64).Sum();
            _losses[i].Sum.Value += isWhole ? sum * examples : sum;
            _losses[i].Count.Value += isWhole ? Tensor.Scalar(examples, DType.Float64)
                : shares is null ? Tensor.Scalar(elements.Shape.ElementCount, DType.Float64)
                : shares.Cast(DType.Float64).Sum();
        }
    }

    /// <summary>Starts anew.</summary>
    public void Reset()
    {
        foreach ((_, _, Variable sum, Variable count) in _losses)
        {
            sum.Value = Tensor.Scalar(0.0, DType.Float64);
            count.Value = Tensor.Scalar(0.0, DType.Float64);
        }
    }

    private Variable Zero(string name) => new($"{purpose}.loss.{name}", Tensor.Scalar(0.0, DType.Float64));

    // Where nothing counts, the loss is 0, as that of such a batch.
    private static double Of((double Weight, bool IsSum, Variable Sum, Variable Count) loss)
    {
        double sum = loss.Sum.Value.Item<double>(), count = loss.Count.Value.Item<double>();
        return loss.IsSum || count == 0 ? sum : sum / count;
    }
}
