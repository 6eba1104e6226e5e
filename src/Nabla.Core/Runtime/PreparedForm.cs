namespace Nabla.Runtime;

/// <summary>
/// A form into which a kernel brings a constant once, such as panels of a matrix. Equal forms of one constant are
/// shared by all kernels of a program.
/// </summary>
/// <param name="Name">What it is, such as <c>panels</c>.</param>
/// <param name="ByteCount">How much memory it takes.</param>
/// <param name="Parameters">All else that it depends on, beside the constant and how it is seen.</param>
public sealed record PreparedForm(string Name, long ByteCount, Axes<long> Parameters);
