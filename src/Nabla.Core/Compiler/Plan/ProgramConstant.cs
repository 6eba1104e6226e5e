namespace Nabla.Compiler;

/// <summary>
/// Numbers known when a program was compiled: evaluated tensors that a traced function closed over, or a CLR number.
/// </summary>
/// <param name="Spec">Type and shape.</param>
/// <param name="Storage">
/// The numbers of an evaluated tensor, or null; null too in a frozen program whose kernels keep them in another form.
/// </param>
/// <param name="Value">The number, where there is no storage.</param>
public sealed record ProgramConstant(TensorSpec Spec, Storage? Storage, Scalar Value);
