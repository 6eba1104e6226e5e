namespace Nabla;

/// <summary>Puts the axes of each example in another order.</summary>
/// <example><code>new Permute([2, 1])   // [batch, time, features] becomes [batch, features, time]</code></example>
[Component("permute")]
public sealed class Permute : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="axes">The order, counted from 1, since the batch is axis 0 and stays.</param>
    /// <exception cref="ArgumentException">It is no order of the axes from 1 on.</exception>
    public Permute(IReadOnlyList<int> axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        if (!axes.Order().SequenceEqual(Enumerable.Range(1, axes.Count)))
        {
            throw new ArgumentException(
                $"Permute takes each of the axes 1 to {axes.Count} once but got [{string.Join(", ", axes)}]; "
                + "the batch is axis 0 and stays.", nameof(axes));
        }

        Axes = axes;
    }

    /// <summary>The order of the axes, counted from 1.</summary>
    public IReadOnlyList<int> Axes { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank == Axes.Count + 1
            ? x.Permute([0, .. Axes])
            : throw new ShapeMismatchException(
                $"{Subject} orders {Axes.Count} axes beside the batch but got {x.Shape}; name each of them.", x.Shape);
    }
}
