namespace Nabla.Graph;

/// <summary>
/// An operation: its name, shape rule, gradient and defining reference. Immutable and compared by value.
/// </summary>
/// <remarks>
/// Attributes (axes, keys, limits) are record properties, so that equal operations on equal inputs are found by
/// comparing. The compiler asks for families (<see cref="ElementwiseOp"/>, <see cref="ReductionOp"/>,
/// <see cref="ViewOp"/>, <see cref="ContractionOp"/>, <see cref="FusedOp"/>), never for an operation by name.
/// </remarks>
public abstract record Op
{
    /// <summary>The name in messages and dumps.</summary>
    public virtual string Name
    {
        get
        {
            string name = GetType().Name;
            return name.EndsWith("Op", StringComparison.Ordinal) ? name[..^2] : name;
        }
    }

    /// <summary>How many results a node of this operation has.</summary>
    public virtual int OutputCount => 1;

    /// <summary>Whether running it can fail on the values it receives, as a lookup does on a bad index.</summary>
    /// <remarks>Steps that write state are scheduled after all steps that can fail.</remarks>
    public virtual bool CanFail => false;

    /// <summary>
    /// What is known of the results: losses that expect scores refuse probabilities, the mistake that nobody sees.
    /// </summary>
    public virtual ValueRange Range => ValueRange.Any;

    /// <summary>Type and shape of the (first) result; throws when the inputs do not fit.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    /// <exception cref="DTypeMismatchException">A type is not taken.</exception>
    public abstract TensorSpec Infer(ReadOnlySpan<Tensor> inputs);

    /// <summary>Type and shape of result <paramref name="output"/>.</summary>
    public virtual TensorSpec InferOutput(ReadOnlySpan<Tensor> inputs, int output) => Infer(inputs);

    /// <summary>The gradient with respect to each input, in tensor language.</summary>
    /// <param name="node">The node to differentiate: its inputs and outputs.</param>
    /// <param name="gradients">The gradient of each output; null where none flows.</param>
    /// <returns>One entry an input; null where the result does not depend on it differentiably.</returns>
    public abstract Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients);

    /// <summary>The definition: computes the outputs element by element in double precision.</summary>
    /// <remarks>Integers are exact up to 2^53.</remarks>
    public abstract void Reference(ReferenceCall call);

    /// <summary>
    /// An equal, cheaper tensor, or null: rules such as <c>x + 0 → x</c> live beside the operation that they are about.
    /// </summary>
    public virtual Tensor? Simplify(ReadOnlySpan<Tensor> inputs) => null;

    /// <summary>Records a node and returns its only result.</summary>
    public Tensor Apply(params ReadOnlySpan<Tensor> inputs) => Record(inputs).Outputs[0];

    /// <summary>Records a node.</summary>
    public Node Record(params ReadOnlySpan<Tensor> inputs)
    {
        foreach (Tensor input in inputs)
        {
            ArgumentNullException.ThrowIfNull(input);
        }

        var node = new Node(this, inputs.ToArray());
        Recorded.Observe(node);
        return node;
    }

    /// <summary>The start of every message: the operation, and the layer that recorded it.</summary>
    protected string Subject => LayerScope.Current is { } path ? $"{Name} in layer '{path}'" : Name;
}
