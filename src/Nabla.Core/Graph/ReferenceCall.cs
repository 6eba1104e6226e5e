namespace Nabla.Graph;

/// <summary>The inputs and outputs of one reference computation.</summary>
/// <param name="Inputs">The inputs, in row-major order.</param>
/// <param name="Outputs">The outputs, to be filled.</param>
public sealed record ReferenceCall(IReadOnlyList<ReferenceTensor> Inputs, IReadOnlyList<ReferenceTensor> Outputs);
