namespace Nabla;

/// <summary>A condition on the lengths of a parameter's vectors.</summary>
public abstract class NormConstraint : Constraint
{
    // Keras' epsilon: a vector of length 0 stays, instead of becoming NaN.
    private const double Epsilon = 1e-7;

    private protected NormConstraint(IReadOnlyList<int>? axes) => Axes = axes ?? [0];

    /// <summary>
    /// The axes along which a vector lies: [0] for the inputs of a unit in a dense weight, [inputs, units]; [0, 1, 2]
    /// for a filter of a kernel, [height, width, inputs, filters].
    /// </summary>
    public IReadOnlyList<int> Axes { get; }

    /// <inheritdoc/>
    public sealed override Tensor Apply(Tensor parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        Tensor lengths = parameter.Norm([.. Axes], keepAxes: true);
        return parameter * (Wanted(lengths) / (lengths + Epsilon));
    }

    /// <summary>The lengths that vectors should have.</summary>
    /// <param name="lengths">Those that they have.</param>
    private protected abstract Tensor Wanted(Tensor lengths);
}
