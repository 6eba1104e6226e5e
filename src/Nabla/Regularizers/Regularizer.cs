namespace Nabla;

/// <summary>A penalty on a parameter, or on what a layer gives, that is added to the loss.</summary>
/// <example><code>
/// new Dense(64, Activation.Relu, kernelRegularizer: new L2(1e-4))
/// </code></example>
[ComponentFamily("regularizer")]
public abstract class Regularizer
{
    /// <summary>The penalty.</summary>
    /// <param name="parameter">The parameter, or the result of a layer.</param>
    /// <returns>A scalar.</returns>
    public abstract Tensor Call(Tensor parameter);

    /// <inheritdoc/>
    public override string ToString() => GetType().Name;

    private protected static double CheckFactor(double factor, string name) =>
        factor >= 0 && double.IsFinite(factor)
            ? factor
            : throw new ArgumentOutOfRangeException(
                name, factor, "A penalty is multiplied by 0 or more, such as 0.01; a negative one would reward size.");
}
