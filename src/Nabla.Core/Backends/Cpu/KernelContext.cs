using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu;

/// <summary>What kernels are made with, beside the plan of their step.</summary>
/// <param name="Team">The threads that share work.</param>
/// <param name="WorkspaceSlot">The slot that holds the address of the kernel's scratch memory.</param>
internal sealed record KernelContext(WorkerTeam Team, int WorkspaceSlot);
