namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Elements of a patch that lie side by side in a line of the source, and go side by side.</summary>
/// <param name="Plane">How many planes from the patch's own place.</param>
/// <param name="Line">How many lines from the patch's own place.</param>
/// <param name="Element">How many elements along the line from the patch's own place.</param>
/// <param name="Length">How many elements.</param>
/// <param name="Destination">Where they go within the row of a block.</param>
internal readonly record struct PatchRun(int Plane, int Line, int Element, int Length, int Destination);
