using Nabla.Configuration;

namespace Nabla;

/// <summary>A function as a layer, for trials: it has no parameters, and no file can hold it.</summary>
/// <remarks>
/// For models that are to be saved, name the function with <see cref="Activation.Define"/>, or derive a class from
/// <see cref="Layer"/> and put <see cref="ComponentAttribute"/> above it.
/// </remarks>
/// <example><code>new Lambda(x => x / 255)</code></example>
[Component("lambda")]
public sealed class Lambda : Layer, ISelfDescribing<Lambda>
{
    private readonly Func<Tensor, Tensor> _function;

    /// <summary>Creates the layer.</summary>
    /// <param name="function">The function, in tensor language; the first axis of its argument is the batch.</param>
    public Lambda(Func<Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        _function = function;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        _function(x) ?? throw new InvalidOperationException($"The function of {Subject} gave null; return a tensor.");

    void ISelfDescribing<Lambda>.WriteConfiguration(ComponentWriter writer) =>
        throw new NotSupportedException(
            $"{Subject} holds a function, which no file can; name it with Activation.Define and add the activation, "
            + "or derive a layer from Layer and put [Component(\"…\")] above it.");

    static Lambda ISelfDescribing<Lambda>.ReadConfiguration(ComponentReader reader) =>
        throw reader.Invalid("a lambda holds a function, which no file can");
}
