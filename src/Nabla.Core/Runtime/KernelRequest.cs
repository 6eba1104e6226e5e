using Nabla.Compiler;

namespace Nabla.Runtime;

/// <summary>What a backend is asked to make a kernel for.</summary>
/// <param name="Plan">The step.</param>
/// <param name="WorkspaceSlot">The slot that holds the address of the scratch memory.</param>
/// <param name="Constants">
/// The constants of a frozen program, which the kernel may prepare; null where the program is not frozen.
/// </param>
public sealed record KernelRequest(StepPlan Plan, int WorkspaceSlot, FrozenConstants? Constants = null);
