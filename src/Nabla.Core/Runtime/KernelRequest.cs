using Nabla.Compiler;

namespace Nabla.Runtime;

/// <summary>What a backend is asked to make a kernel for.</summary>
/// <param name="Plan">The step.</param>
/// <param name="WorkspaceSlot">The slot that holds the address of the scratch memory.</param>
public sealed record KernelRequest(StepPlan Plan, int WorkspaceSlot);
