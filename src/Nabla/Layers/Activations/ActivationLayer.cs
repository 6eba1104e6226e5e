namespace Nabla;

/// <summary>An activation as a layer of its own.</summary>
/// <example><code>new Sequential { new Dense(128), Activation.Relu, new Dense(10) }   // Add makes the
/// layer</code></example>
[Component("activation")]
public sealed class ActivationLayer : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="activation">What it computes.</param>
    public ActivationLayer(Activation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        Activation = activation;
    }

    /// <summary>What the layer computes.</summary>
    public Activation Activation { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Activation.Apply(x);
}
